import { css } from 'lit';

/** One card of a list: its words first, one main thing to do, all else quieter. */
export const cardStyles = css`
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 1.5);
    list-style: none;
  }

  /* A block: of hidden list items, Chromium counts all that follow anew for each */
  .card {
    display: block;
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  /* Of many, those out of sight are not laid out */
  .many > .card {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 13em;
  }

  .card.waiting-for-me {
    border-color: var(--_accent);
    background: var(--_raised);
  }

  .card.kept {
    border: 1px dashed var(--_edge);
    background: transparent;
  }

  .card > .words {
    font-size: 1.15em;
    line-height: 1.35;
    text-wrap: pretty;
  }

  .card > .words:focus-visible,
  .card > .words:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }

  /* Room for the ring round the words */
  .card > .who {
    margin-block-start: calc(var(--_space) * 0.75);
  }

  .who {
    text-wrap: pretty;
  }

  .new {
    display: inline-block;
    margin-inline-end: var(--_space);
    padding-inline: var(--_space);
    border: 1px solid var(--_accent);
    border-radius: calc(var(--_radius) / 2);
    color: var(--_accent);
    font-size: max(16px, 0.8em);
    line-height: 1.5;
  }

  .who,
  .beside,
  .label {
    color: var(--_text-quiet);
    font-size: max(16px, 0.9em);
  }

  .stand,
  .differ,
  .did {
    margin-block-start: var(--_space);
  }

  .differ,
  .did {
    font-weight: 600;
  }

  .wording {
    font-size: 1.1em;
    font-weight: 600;
  }

  .card .actions {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .card .state {
    margin-block-start: var(--_space);
    font-size: max(16px, 0.9em);
  }

  .said > li {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 2px solid var(--_border);
  }

  .said {
    display: grid;
    gap: var(--_space);
    list-style: none;
  }

  @media (forced-colors: active) {
    .card.waiting-for-me {
      border-width: 3px;
    }
  }

  @media print {
    .card {
      break-inside: avoid;
    }

    .many > .card {
      content-visibility: visible;
    }
  }
`;
