import { css } from 'lit';

/** The first choice as two large tiles, and what is shown of a moment. */
export const momentStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
    gap: calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 2);
  }

  button.tile {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: calc(var(--_target) * 2);
    padding: calc(var(--_space) * 2);
    font-size: 1.1em;
    text-align: start;
    text-wrap: balance;
  }

  .tile .drawing {
    flex: none;
    inline-size: 5.5em;
    margin: 0;
  }

  .easy .tile .drawing {
    inline-size: 6.5em;
  }

  .moment .invitation {
    font-size: inherit;
    color: var(--_text-quiet);
  }

  .standing {
    font-weight: 600;
  }

  .card > .standing + * {
    margin-block-start: var(--_space);
  }

  .card > .said {
    margin-block-start: calc(var(--_space) * 2);
  }

  .card > .hint {
    margin-block-start: var(--_space);
  }

  .moments > .hint {
    margin-block-start: calc(var(--_space) * 2);
  }

  .pair {
    margin-block-start: calc(var(--_space) * 3);
  }

  .pair > .state {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .apart {
    display: block;
    margin-block: calc(var(--_space) * 0.5);
    color: var(--_text);
    font-weight: 600;
  }

  /* Neither side counts more */
  .pair .last-time {
    font-weight: 600;
  }

  /* The questions stand in this surface, and have none of their own */
  alliance-rating {
    margin-block-start: calc(var(--_space) * 2);
  }

  alliance-rating::part(root) {
    padding: 0;
    border: 0;
    background: none;
  }

  .preview {
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .preview > .hint:first-child {
    margin-block-end: var(--_space);
  }

  .preview .wording {
    white-space: pre-wrap;
  }

  @media (forced-colors: active) {
    .tile .drawing {
      color: ButtonText;
    }
  }

  @media print {
    .tiles,
    .invitation,
    .helped {
      display: none;
    }
  }
`;
