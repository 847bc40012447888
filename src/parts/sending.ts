import { html, type TemplateResult } from 'lit';
import type { Delivery, RecordReason } from '../controllers/record/delivery.js';
import type { LocalizeController, Words } from '../controllers/widget/localize.js';
import type { Stage } from '../domain/record.js';
import { actionsTemplate, type Button } from './button.js';
import { failureTemplate } from './problem.js';
import { stateTemplate } from './state.js';

export interface SendingFrame {
  readonly localize: LocalizeController;
  /** What is sent: how far it has come, and what went wrong. */
  readonly edit: {
    readonly delivery: Delivery;
    readonly stage: Stage | undefined;
    readonly notice: RecordReason | undefined;
  };
  /** Where it stands. */
  readonly state: Words | undefined;
  /** Undefined where it is not sent here, or not yet. */
  readonly send: (() => void) | undefined;
  /** The way back to what is asked, beside Send. */
  readonly back?: (() => void) | undefined;
  /** Stops for now; undefined where there is nothing to be kept. */
  readonly stop: (() => void) | undefined;
  readonly isDisabled: boolean;
}

/**
 * The way out: send or try again, stop for now, what went wrong, and where it stands. What comes and goes stands below
 * what is pressed.
 */
export function sendingTemplate(frame: SendingFrame): TemplateResult {
  const { localize, edit, send, back, stop } = frame;
  const { delivery, stage, notice } = edit;
  const isAmending = stage !== undefined && stage !== 'draft';
  const key = isAmending ? 'common.send.changes' : 'common.send.send';
  const main: Button | undefined = send && {
    words: localize.text(delivery.state === 'failed' ? 'common.problem.again' : key),
    act: send,
    look: 'main',
    isBusy: delivery.state === 'sending',
    isDisabled: frame.isDisabled,
  };
  return html`
    ${actionsTemplate([
      main,
      send && back && { words: localize.text('common.step.back'), act: back },
      stop && { words: localize.text('common.pause.stop'), act: stop },
    ])}
    ${failureTemplate(localize, delivery, notice)} ${stateTemplate(frame.state)}
  `;
}
