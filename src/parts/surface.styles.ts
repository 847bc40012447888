import { css } from 'lit';

/** The surface of a widget, what opens it, where the person is in it, and where things stand. */
export const surfaceStyles = css`
  /* As wide as there is room: what contains its own size has none that boxes round it could take */
  .room {
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    font: 200px / 0 monospace;
  }

  .room::before {
    content: '0 0 0 0';
  }

  .root {
    container-type: inline-size;
    padding: clamp(12px, 5%, 32px);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_raised);
    /* Here and not on the host, which belongs to the page: of its text only the spacing comes through */
    color: var(--_text);
    font-family: var(--alliance-font, inherit);
    font-size: var(--_size);
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    overflow-wrap: anywhere;
    overflow-wrap: break-word;
  }

  :host([frame='none']) .root {
    padding: 0;
    border: 0;
    background: none;
  }

  .root.easy {
    font-size: max(22px, 1.2em);
  }

  /* Waiting at first for words or earlier answers: nothing flashes, and after a moment what there is appears */
  .root.arriving > * {
    animation: appear 1ms 400ms both;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  .title {
    font-size: 1.45em;
    line-height: 1.25;
    font-weight: 650;
    text-wrap: balance;
  }

  h3 {
    font-size: 1.15em;
    line-height: 1.3;
  }

  .heading {
    margin-block: calc(var(--_space) * 2.5) var(--_space);
    font-size: 1.2em;
  }

  .title + .hint {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .own-words {
    white-space: pre-wrap;
  }

  .hint,
  .state,
  .copyright,
  .privacy {
    color: var(--_text-quiet);
  }

  .hint,
  .copyright {
    font-size: max(16px, 0.9em);
  }

  .privacy {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    align-items: flex-start;
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .questions + .privacy {
    margin-block-start: calc(var(--_space) * 3);
  }

  .privacy p {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .icon {
    flex: none;
    inline-size: 1.4em;
    block-size: 1.5em;
    stroke-width: 1.75;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    margin-block-start: var(--_space);
    margin-inline-start: calc(var(--_space) * -1.5);
  }

  .helped {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-block-size: var(--_target);
    padding-inline: calc(var(--_space) * 1.5);
    cursor: pointer;
  }

  .helped input {
    inline-size: max(22px, 1.2em);
    block-size: max(22px, 1.2em);
    margin: 0;
    accent-color: var(--_accent);
  }

  .progress {
    display: grid;
    gap: var(--_space);
    padding-block: calc(var(--_space) * 2) 0;
    font-weight: 600;
    color: var(--_text-quiet);
  }

  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 8px;
    border: 0;
    border-radius: 4px;
    background: var(--_border);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--_border);
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  @media (prefers-contrast: more) {
    progress {
      border: 1px solid;
    }

    progress,
    progress::-webkit-progress-bar {
      background: none;
    }
  }

  .state {
    margin-block-start: calc(var(--_space) * 2);
  }

  .copyright {
    margin-block-start: calc(var(--_space) * 3);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      background: Canvas;
    }

    progress::-webkit-progress-value {
      background: CanvasText;
    }

    progress::-moz-progress-bar {
      background: CanvasText;
    }
  }

  /* The frame is ours: whatever a page does to its links, this one looks like a way to help */
  .crisis {
    margin-block-end: calc(var(--_space) * 2);
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
  }

  .crisis ::slotted(*) {
    padding-block: calc(var(--_space) * 1.25) !important;
    font: inherit !important;
  }

  .crisis ::slotted(a) {
    display: block !important;
    color: inherit !important;
    text-decoration: underline !important;
  }
`;
