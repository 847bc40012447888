/** A part that is loaded when it is first needed. */
export interface Later<Part> {
  load(): Promise<Part>;
  /** Only after `load`. */
  readonly required: Part;
}
