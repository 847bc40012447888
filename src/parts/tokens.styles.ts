import { css } from 'lit';

/**
 * The tokens of every widget. A portal sets `--alliance-*`; what it leaves out follows `color-scheme`.
 * Lengths have a floor in px, so that a page with `html { font-size: 10px }` cannot make the widgets too small.
 */
export const tokens = css`
  :host {
    --_accent: var(--alliance-accent, light-dark(#185467, #93cfe3));
    --_on-accent: var(--alliance-on-accent, light-dark(#fff, #06242e));
    --_text: var(--alliance-text, light-dark(#1c2629, #eef2f2));
    --_text-quiet: var(--alliance-text-quiet, light-dark(#425156, #b5c2c5));
    --_surface: var(--alliance-surface, light-dark(#f6f4f0, #151b1d));
    --_raised: var(--alliance-surface-raised, light-dark(#fffefc, #1e2629));
    --_border: var(--alliance-border, light-dark(#dcd7ce, #374347));
    --_edge: light-dark(#7a868a, #84949a);
    --_focus: var(--alliance-focus, light-dark(#0b3d91, #ffd479));
    --_attention: var(--alliance-attention, light-dark(#83370d, #ffb987));
    --_radius: var(--alliance-radius, 12px);
    --_space: var(--alliance-space, 8px);
    --_size: var(--alliance-font-size, max(18px, 1em));
    --_target: var(--alliance-target, max(48px, 2.6em));
    --_tint: color-mix(in oklab, var(--_accent) 9%, var(--_raised));

    display: block;
    min-inline-size: min(20rem, 100%);
    max-inline-size: 100%;
  }

  @media (prefers-contrast: more) {
    :host {
      --_text-quiet: var(--_text);
      --_border: var(--_text);
      --_edge: var(--_text);
    }
  }

  @media print {
    /* Paper is light */
    :host {
      color-scheme: light;
    }

    .option,
    .answer {
      break-inside: avoid;
    }
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
