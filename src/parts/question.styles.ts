import { css } from 'lit';

/** Questions below each other: their words, their drawings, what stands between them, and where something is typed. */
export const questionStyles = css`
  .questions {
    margin-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }

  :is(.place, .group) + :is(.place, .group),
  .place + :is(.note, .group-title) {
    border-block-start: 1px solid var(--_border);
  }

  .question {
    position: relative;
    padding-block: calc(var(--_space) * 4);
  }

  .group-title,
  .note {
    padding-block-start: calc(var(--_space) * 3);
  }

  .group-title {
    font-size: 1.4em;
  }

  .progress ~ .place > .question {
    padding-block-end: 0;
  }

  /* There "Clear answer" has a line of its own */
  @container (max-width: 599px) {
    .question {
      padding-block-end: calc(var(--_space) * 1.5);
    }
  }

  .note .hint {
    display: block;
  }

  /* Floated, so that it stands below the line above the group and not on it */
  legend {
    float: inline-start;
    inline-size: 100%;
    max-inline-size: 34em;
    padding: 0;
    margin-block-end: calc(var(--_space) * 2);
  }

  legend ~ * {
    clear: both;
  }

  legend > .words {
    font-size: 1.25em;
    line-height: 1.35;
    font-weight: 600;
    text-wrap: pretty;
  }

  .easy legend > .words {
    font-weight: 450;
  }

  .easy strong {
    font-weight: 750;
  }

  .drawing {
    display: block;
    inline-size: min(6.5em, 50%);
    margin-block-end: var(--_space);
    margin-inline-start: max(-0.6em, -12px);
    color: var(--_accent);
  }

  /* Ways, stairs and lines of writing go where reading goes */
  legend .drawing:dir(rtl) {
    transform: scaleX(-1);
  }

  /* Where there is little height, the words come first */
  @media (max-height: 400px) {
    .drawing {
      display: none;
    }
  }

  .drawing .soft {
    fill: color-mix(in oklab, var(--_accent) 16%, transparent);
    stroke: none;
  }

  .entry {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  .entry[aria-invalid='true'] {
    border: 2px solid var(--_attention);
  }

  @media (forced-colors: active) {
    .drawing {
      color: CanvasText;
    }
  }
`;
