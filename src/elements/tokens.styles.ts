import { css } from 'lit';

/**
 * The tokens of every widget. A portal sets `--alliance-*`; what it leaves out follows `color-scheme`.
 * Lengths have a floor in px, so that a page with `html { font-size: 10px }` cannot make the widgets too small.
 */
export const tokens = css`
  :host {
    --_accent: var(--alliance-accent, light-dark(#1b5a70, #93cfe3));
    --_on-accent: var(--alliance-on-accent, light-dark(#fff, #06242e));
    --_text: var(--alliance-text, light-dark(#1c2629, #eef2f2));
    --_text-quiet: var(--alliance-text-quiet, light-dark(#4c5b60, #b3c0c3));
    --_surface: var(--alliance-surface, light-dark(#f6f4f0, #151b1d));
    --_raised: var(--alliance-surface-raised, light-dark(#fffefc, #1e2629));
    --_border: var(--alliance-border, light-dark(#dcd7ce, #374347));
    --_edge: light-dark(#7a868a, #84949a);
    --_focus: var(--alliance-focus, light-dark(#0b3d91, #ffd479));
    --_attention: var(--alliance-attention, light-dark(#8a3a0f, #ffb987));
    --_radius: var(--alliance-radius, 12px);
    --_space: var(--alliance-space, 8px);
    --_size: var(--alliance-font-size, max(18px, 1em));
    --_target: var(--alliance-target, max(48px, 2.6em));
    --_tint: color-mix(in oklab, var(--_accent) 9%, var(--_raised));

    display: block;
    color: var(--_text);
    font-family: var(--alliance-font, inherit);
    font-size: var(--_size);
    line-height: 1.5;
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 3px;
    border-radius: 4px;
  }

  [tabindex='-1']:focus {
    outline: none;
  }

  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
  }
`;

/** Buttons, links and the row they stand in. */
export const actions = css`
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
  }
`;
