import { css } from 'lit';

/** Buttons, links and the row they stand in. */
export const buttonStyles = css`
  button {
    min-block-size: var(--_target);
    padding: var(--_space) calc(var(--_space) * 2.5);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    touch-action: manipulation;
  }

  button:hover {
    border-color: var(--_accent);
    background: var(--_tint);
  }

  button.main {
    /* “Skip this” becomes “Next”: what stands beside it stays where it is */
    min-inline-size: min(9em, 100%);
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.main:hover {
    background: color-mix(in oklab, var(--_accent) 86%, var(--_text));
  }

  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
    padding-inline: calc(var(--_space) * 1.5);
  }

  button.quiet:hover {
    background: var(--_tint);
  }

  button.quiet[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
  }

  button.link {
    min-block-size: 44px;
    padding: 0 var(--_space);
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  button.quiet:disabled {
    border-color: transparent;
  }

  button:disabled:not(.quiet),
  button[aria-disabled='true'] {
    border-color: var(--_border);
  }

  button:disabled,
  button[aria-disabled='true'] {
    background: transparent;
    color: var(--_text-quiet);
    cursor: default;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 3);
  }

  @media (prefers-reduced-motion: no-preference) {
    button,
    .option {
      transition:
        background-color 120ms,
        border-color 120ms;
    }
  }

  @media (forced-colors: active) {
    button.main {
      border-width: 3px;
    }

    button.quiet {
      border-color: ButtonBorder;
    }

    button.quiet[aria-pressed='true'] {
      padding: calc(var(--_space) - 2px) calc(var(--_space) * 1.5 - 2px);
      border-width: 3px;
    }

    button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
