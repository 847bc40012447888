import { css, unsafeCSS, type CSSResult } from 'lit';

/** Tiles in one row, each with its words below the picture. */
const sideBySide = (scale: CSSResult): CSSResult => css`
  ${scale} {
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
  }

  ${scale} .option {
    flex-direction: column;
    justify-content: flex-start;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.75) var(--_space);
    text-align: center;
  }

  ${scale} .words {
    flex: none;
    max-inline-size: 100%;
  }

  ${scale} .tick {
    position: absolute;
    inset-block-start: var(--_space);
    inset-inline-end: var(--_space);
  }
`;

/** One option is one large target; side by side where there is room, below each other where there is not. */
export const optionStyles = css`
  .scale,
  .apart {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }

  .apart {
    display: flex;
    flex-wrap: wrap;
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .option {
    position: relative;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: max(56px, var(--_target));
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    cursor: pointer;
    touch-action: manipulation;
  }

  .option:hover {
    border-color: var(--_accent);
    background: var(--_tint);
  }

  .option:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }

  .option :focus-visible {
    outline: none;
  }

  .option input {
    flex: none;
    inline-size: max(22px, 1.2em);
    block-size: max(22px, 1.2em);
    margin: 0;
    /* With it the whole option comes into sight */
    scroll-margin-block: 2em;
    accent-color: var(--_accent);
  }

  .option .words {
    flex: 1 1 auto;
    min-inline-size: 0;
  }

  .number {
    flex: none;
    min-inline-size: 1ch;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }

  .degree {
    inline-size: max(24px, 1.35em);
    block-size: max(24px, 1.35em);
    color: var(--_accent);
  }

  .degree .rim {
    stroke-width: 1.75;
  }

  .degree .fill {
    stroke-width: 10.5;
    stroke-linecap: butt;
  }

  .tick {
    inline-size: 1.3em;
    block-size: 1.3em;
    stroke-width: 3;
    color: var(--_accent);
    visibility: hidden;
  }

  .option:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
    /* Bolder without being wider: the words keep their lines */
    -webkit-text-stroke: 0.035em currentColor;
  }

  .option:has(:checked) .tick {
    visibility: visible;
  }

  .option:has(:disabled),
  .entry:disabled {
    border-color: var(--_border);
    background: transparent;
    color: var(--_text-quiet);
    cursor: default;
  }

  .option:has(:disabled) .degree {
    color: inherit;
  }

  .apart .option {
    min-block-size: var(--_target);
    padding-inline: calc(var(--_space) * 1.5);
    border-style: dashed;
    background: transparent;
  }

  .apart .option:has(:checked) {
    border-style: solid;
    background: var(--_tint);
  }

  @container (min-width: 420px) {
    ${sideBySide(unsafeCSS('.horizontal'))}
  }

  @container (min-width: 600px) {
    ${sideBySide(unsafeCSS('.auto:is(.of-2, .of-3, .of-4, .of-5)'))}
  }

  @container (max-width: 260px) {
    .option {
      gap: var(--_space);
      padding-inline: var(--_space);
    }
  }

  .clear {
    margin-inline-start: auto;
  }

  /* Keeps its place while there is nothing to clear, so that nothing jumps */
  .clear:disabled {
    visibility: hidden;
  }

  @media (forced-colors: active) {
    .degree,
    .tick {
      color: CanvasText;
    }

    .option:has(:disabled) {
      border-color: GrayText;
      color: GrayText;
    }

    /* Inside the border, so that the words keep their lines */
    .option:has(:checked)::after {
      content: '';
      position: absolute;
      inset: 0;
      border: 2px solid;
      border-color: inherit;
      border-radius: calc(var(--_radius) - 1px);
    }
  }
`;
