// A browser's storage that pages share, and that may be full, denied or cleared.

export class Store extends Map {
  full = false;
  denied = false;
  pages = new Set();

  /** The storage as a page has it; `changed` hears of what the other pages change. */
  seenBy(changed) {
    const tell = (key, oldValue, newValue) =>
      this.pages.forEach((other) => other !== changed && other({ key, oldValue, newValue }));
    const open = () => {
      if (this.denied) throw new Error("denied");
      return this;
    };
    this.pages.add(changed);
    return {
      getItem: (key) => open().get(key) ?? null,
      setItem(key, text) {
        if (open().full && text.length > (open().get(key)?.length ?? -1)) throw new Error("full");
        const before = open().get(key) ?? null;
        open().set(key, text);
        tell(key, before, text);
      },
      removeItem(key) {
        const before = open().get(key);
        if (open().delete(key)) tell(key, before, null);
      },
      key: (i) => [...open().keys()][i],
      get length() {
        return open().size;
      },
    };
  }
}
