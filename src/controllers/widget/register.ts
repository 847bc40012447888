/** Defines a custom element; a tag that another copy of the library has defined stays as it is. */
export function register(tag: string, elementClass: CustomElementConstructor): void {
  const defined = customElements.get(tag);
  if (defined === undefined) customElements.define(tag, elementClass);
  else if (defined !== elementClass)
    console.warn(
      `alliance-elements: <${tag}> is already defined on this page; that definition stays in use.`,
    );
}
