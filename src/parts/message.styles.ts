import { css } from 'lit';

/** What stopped, failed or has to be decided: in words and a mark, never by colour alone. */
export const messageStyles = css`
  .question > .hint,
  .error {
    margin-block-end: calc(var(--_space) * 1.5);
  }

  .error {
    color: var(--_attention);
    font-weight: 600;
  }

  .stopped {
    padding-inline-start: calc(var(--_space) * 2);
  }

  .stopped::before {
    content: '';
    position: absolute;
    inset-block: calc(var(--_space) * 4);
    inset-inline-start: 0;
    inline-size: 4px;
    border-radius: 2px;
    background: var(--_attention);
  }

  .problem {
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border: 2px solid var(--_attention);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_attention) 6%, var(--_raised));
  }

  .problem h3 {
    color: var(--_attention);
    margin-block-end: var(--_space);
  }

  .problem ul {
    padding-inline-start: 1.2em;
  }

  .problem li a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
  }

  .problem:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
  }

  /* Keeps its place while somebody answers */
  .problem.settled > :not(h3),
  .question.settled > .error,
  .question.settled::before {
    visibility: hidden;
  }

  .problem .done {
    list-style-type: '✓ ';
  }

  .problem .done a {
    color: var(--_text-quiet);
    text-decoration: none;
  }

  .problem.settled {
    border-color: var(--_border);
    background: none;
  }

  .problem.settled h3 {
    color: inherit;
  }

  .asked {
    margin-block-start: calc(var(--_space) * 2);
    font-weight: 600;
  }

  .sides {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: var(--_space) calc(var(--_space) * 2);
    margin-block-start: var(--_space);
  }

  .left {
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .left h3 {
    margin-block-end: var(--_space);
  }

  .left summary {
    min-block-size: 44px;
    align-content: center;
    cursor: pointer;
  }

  @container (max-width: 480px) {
    .sides {
      grid-template-columns: 1fr;
    }
  }

  @media (forced-colors: active) {
    .stopped::before {
      background: CanvasText;
    }
  }
`;
