import { css } from 'lit';

/** Where something is typed. */
export const entryStyles = css`
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

  .entry-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    margin-block-start: var(--_space);
  }

  .row-label {
    flex: 0 0 100%;
    color: var(--_text-quiet);
  }
`;
