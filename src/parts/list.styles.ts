import { css } from 'lit';

/** A list by groups: quieter than a form. */
export const listStyles = css`
  ol,
  h4,
  h5 {
    margin: 0;
    padding: 0;
    font-size: inherit;
  }

  h4,
  h5 {
    font-weight: 600;
  }

  /* Where their words need two lines, these read like words and not like a box */
  button.quiet,
  button.link {
    text-align: start;
  }

  .invitation {
    margin-block-start: calc(var(--_space) * 2.5);
    font-size: 1.15em;
    line-height: 1.4;
    max-inline-size: 34em;
    text-wrap: pretty;
  }

  section,
  .over {
    margin-block-start: calc(var(--_space) * 4);
  }

  .group {
    font-size: 1em;
    font-weight: 650;
    color: var(--_text-quiet);
  }

  .group + .hint {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .over > summary .group {
    display: inline;
  }

  summary {
    display: flex;
    align-items: center;
    gap: var(--_space);
    inline-size: fit-content;
    min-block-size: 44px;
    padding-inline-end: calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.25em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg) translate(-0.1em, -0.1em);
  }

  details[open] > summary::before {
    transform: rotate(-135deg) translate(-0.1em, -0.1em);
  }

  .more {
    margin-block-start: var(--_space);
  }

  .about {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_border);
    color: var(--_text-quiet);
  }

  .find,
  .day {
    display: grid;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 2);
    max-inline-size: 24em;
    font-weight: 600;
  }

  .news {
    margin-block-start: calc(var(--_space) * 2);
  }

  .news > .said {
    margin-block-start: var(--_space);
  }

  .option .beside {
    display: block;
    -webkit-text-stroke: 0;
  }

  .actions > .quiet:first-child {
    margin-inline-start: calc(var(--_space) * -1.5);
  }

  :is(.goals, .moments) > .actions {
    margin-block-start: calc(var(--_space) * 2);
  }

  @media print {
    .actions,
    .tools,
    .find,
    .news,
    [open] > summary,
    .over > summary::before {
      display: none;
    }

    .over > summary {
      display: flex;
    }
  }
`;
