// What is wider than its window scrolls, and so can be reached by a key: code and tables on a phone.
addEventListener("load", () => {
  for (const node of document.querySelectorAll("pre, .table-wrapper")) {
    if (node.scrollWidth > node.clientWidth) node.tabIndex = 0;
  }
});
