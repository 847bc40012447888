import { css } from 'lit';

/** What only a host's own Questionnaire is drawn with: short fields, lists, sliders, and what stands under an item. */
export const foreignStyles = css`
  input.entry {
    max-inline-size: 24em;
  }

  .entry.short {
    max-inline-size: 9em;
  }

  select.entry {
    inline-size: auto;
    max-inline-size: 100%;
  }

  .unit {
    flex: none;
  }

  .under {
    margin-inline-start: calc(var(--_space) * 2);
    padding-inline-start: calc(var(--_space) * 2);
    border-inline-start: 2px solid var(--_border);
  }

  .paragraph {
    display: block;
  }

  :is(.note, legend, .hint) :is(ul, ol) {
    margin-block: var(--_space);
    padding-inline-start: 1.5em;
  }

  .steppers {
    display: flex;
    gap: var(--_space);
  }

  .step {
    flex: none;
    min-inline-size: max(56px, var(--_target));
    font-size: 1.4em;
    line-height: 1;
  }

  .slider-value {
    text-align: center;
  }

  .slider-value:not(.no-value) {
    font-weight: 600;
  }

  .line {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }

  .ends {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding-inline: calc(max(56px, var(--_target)) + var(--_space) * 1.5);
    color: var(--_text-quiet);
  }

  .ends :last-child {
    text-align: end;
  }

  [type='range'] {
    flex: 1 1 0;
    min-inline-size: 0;
    block-size: max(56px, var(--_target));
    margin: 0;
    background: transparent;
    appearance: none;
    cursor: pointer;
  }

  [type='range']::-webkit-slider-runnable-track {
    block-size: 10px;
    border: 1px solid var(--_edge);
    border-radius: 5px;
    background: var(--_raised);
  }

  [type='range']::-moz-range-track {
    block-size: 8px;
    border: 1px solid var(--_edge);
    border-radius: 5px;
    background: var(--_raised);
  }

  [type='range']::-webkit-slider-thumb {
    block-size: 32px;
    inline-size: 32px;
    margin-block-start: -12px;
    border: 3px solid var(--_raised);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 1px var(--_edge);
    appearance: none;
  }

  [type='range']::-moz-range-thumb {
    block-size: 28px;
    inline-size: 28px;
    border: 3px solid var(--_raised);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 1px var(--_edge);
  }

  .untouched::-webkit-slider-thumb {
    opacity: 0;
  }

  .untouched::-moz-range-thumb {
    opacity: 0;
  }

  /* Numbers of a ruler */
  .scale.short {
    grid-template-columns: repeat(auto-fill, minmax(max(68px, 4.25em), 1fr));
  }

  .scale.short .option {
    gap: var(--_space);
    padding-inline: calc(var(--_space) * 1.25);
  }

  .scale.short .tick {
    display: none;
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

  .table .question {
    padding-block: calc(var(--_space) * 1.5);
  }

  /* Where there are very many, only those in sight are laid out; the inner space leaves room for focus rings */
  .many .question {
    margin-inline: -6px;
    padding-inline: 6px;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 14rem;
  }
`;
