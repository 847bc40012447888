import { css } from 'lit';

/** One goal: its words first, one main thing to do, all else folded. */
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

  .card.waiting-for-me {
    border-color: var(--_accent);
    background: var(--_raised);
  }

  .card.idea {
    border: 1px dashed var(--_edge);
    background: transparent;
  }

  /* Of many, those out of sight are not laid out */
  .many > .card {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 13em;
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

  .change {
    margin-block-start: calc(var(--_space) * 1.5);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_accent);
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

  .inside {
    margin-block-start: var(--_space);
  }

  .inside > * + * {
    margin-block-start: var(--_space);
  }

  .inside > h5 {
    margin-block-start: calc(var(--_space) * 2.5);
  }

  .said,
  .steps {
    display: grid;
    gap: var(--_space);
    list-style: none;
  }

  .said > li {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 2px solid var(--_border);
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
    .card.waiting-for-me,
    .ladder .present {
      border-width: 3px;
      border-color: Highlight;
    }
  }

  @media print {
    .card {
      break-inside: avoid;
    }

    .many > .card {
      content-visibility: visible;
    }

    .acts {
      display: none;
    }
  }
`;
