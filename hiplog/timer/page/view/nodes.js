// Making nodes of the page.

export function node(name, className, props = {}, ...children) {
  const made = Object.assign(document.createElement(name), props);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function drawn(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(name, press, className = "hiplog-button") {
  const made = node("button", className, { type: "button", textContent: name });
  made.addEventListener("click", (event) => event.detail < 2 && press(event)); // touched twice is touched once
  return made;
}

/** Change a text only when it is another: a live region speaks whenever it is touched. */
export function put(target, text) {
  if (target.textContent !== text) target.textContent = text;
}
