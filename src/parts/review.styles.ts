import { css } from 'lit';

/** Questions with what was given in words: to check and to read. */
export const reviewStyles = css`
  .answers {
    display: grid;
    margin-block-start: calc(var(--_space) * 2);
  }

  .answer {
    display: grid;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 3);
    align-items: baseline;
    padding-block: calc(var(--_space) * 1.75);
    border-block-start: 1px solid var(--_border);
  }

  dt {
    color: var(--_text-quiet);
  }

  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    font-weight: 600;
  }

  .given {
    display: contents;
  }

  dd button {
    margin-inline-start: auto;
  }

  .value {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
  }

  .no-value {
    font-weight: 400;
    color: var(--_text-quiet);
  }

  dd .own-words {
    font-weight: 400;
  }

  @container (min-width: 640px) {
    .answer {
      grid-template-columns: 1.2fr 1fr;
    }
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2.5);
    list-style: none;
  }

  .when {
    flex: 0 0 5.5em;
    font-weight: 400;
    color: var(--_text-quiet);
  }

  .compared dd {
    column-gap: var(--_space);
  }

  .last-time {
    font-weight: 400;
  }

  @container (min-width: 640px) {
    .compared .answer {
      grid-template-columns: 1.2fr 1fr 1fr;
    }

    .when {
      flex-basis: 100%;
    }
  }

  .prompt {
    margin-block-start: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2.5);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .prompt h3 {
    margin-block-end: calc(var(--_space) * 0.5);
  }
`;
