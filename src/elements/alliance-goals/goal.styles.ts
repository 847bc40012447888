import { css } from 'lit';

/** What a card shows of a goal: what is wanted instead, its steps, its levels. */
export const goalStyles = css`
  .change {
    margin-block-start: calc(var(--_space) * 1.5);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_accent);
  }

  .inside {
    margin-block-start: var(--_space);
  }

  .inside > * + * {
    margin-block-start: var(--_space);
  }

  .inside > h5 {
    margin-block-start: calc(var(--_space) * 2.5);
  }

  .steps {
    display: grid;
    gap: var(--_space);
    list-style: none;
  }

  .steps .helped {
    padding-inline: 0;
  }

  .ladder {
    display: grid;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    list-style: none;
  }

  .ladder li {
    display: grid;
    grid-template-columns: 1.3em 1fr;
    gap: var(--_space);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 2px solid transparent;
    border-block-end: 1px solid var(--_border);
  }

  .ladder li:last-child {
    border-block-end-color: transparent;
  }

  .ladder .level {
    grid-column: 2;
    grid-row: 1;
    display: grid;
  }

  .ladder .present {
    border: 2px solid var(--_accent);
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_tint);
    font-weight: 650;
  }

  .ladder .present .tick {
    visibility: visible;
  }

  .seen {
    font-size: max(16px, 0.9em);
    font-weight: 400;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-inline-start: calc(var(--_space) * -1.5);
  }

  @media (forced-colors: active) {
    /* Transparent borders are drawn too */
    .ladder li {
      border-width: 0 0 1px;
    }

    .ladder .present {
      border-width: 3px;
    }
  }

  @media print {
    .acts {
      display: none;
    }
  }
`;
