import type { ArgTypes } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PlainAnswers, Questionnaire, QuestionnaireResponse } from '../../src/index.js';

/** The attributes that the controls set. */
export interface RatingArgs {
  readonly instrument?: 'session-alliance' | 'session-alliance-brief';
  readonly pace?: 'auto' | 'all' | 'one';
  readonly layout?: 'auto' | 'horizontal' | 'vertical';
  readonly support?: 'standard' | 'easy';
  readonly 'scale-direction'?: 'auto' | 'ltr' | 'rtl';
  readonly source?: 'self' | 'supported' | 'proxy';
  readonly audience?: string;
  readonly locale?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly readonly?: boolean;
}

/** What a portal sets as properties. */
interface Properties {
  readonly questionnaire?: Questionnaire;
  readonly answers?: PlainAnswers;
  readonly declined?: readonly string[];
  readonly unknown?: readonly string[];
  readonly response?: QuestionnaireResponse;
  readonly name?: string;
}

const oneOf = (...options: string[]) => ({ control: { type: 'select' as const }, options });
const text = { control: { type: 'text' as const } };
const flag = { control: { type: 'boolean' as const } };

export const ratingArgTypes: Partial<ArgTypes<RatingArgs & { name: string; 'read-aloud': boolean }>> = {
  instrument: oneOf('session-alliance', 'session-alliance-brief'),
  pace: oneOf('auto', 'all', 'one'),
  layout: oneOf('auto', 'horizontal', 'vertical'),
  support: oneOf('standard', 'easy'),
  'scale-direction': oneOf('auto', 'ltr', 'rtl'),
  source: oneOf('self', 'supported', 'proxy'),
  audience: oneOf('therapist', 'therapist team', 'therapist team supervisor'),
  locale: text,
  required: flag,
  disabled: flag,
  readonly: flag,
  // Only a form and a device with a voice of its own make a difference
  name: { control: { disable: true } },
  'read-aloud': { control: { disable: true } },
};

/** The element as a portal would write it. `content` stands in its slots. */
export function rating(args: RatingArgs, set: Properties = {}, content?: TemplateResult): TemplateResult {
  return html`<alliance-rating
    instrument=${ifDefined(args.instrument)}
    pace=${ifDefined(args.pace)}
    layout=${ifDefined(args.layout)}
    support=${ifDefined(args.support)}
    scale-direction=${ifDefined(args['scale-direction'])}
    source=${ifDefined(args.source)}
    audience=${ifDefined(args.audience)}
    locale=${ifDefined(args.locale)}
    name=${ifDefined(set.name)}
    ?required=${args.required}
    ?disabled=${args.disabled}
    ?readonly=${args.readonly}
    .questionnaire=${set.questionnaire ?? nothing}
    .response=${set.response ?? nothing}
    .answers=${set.answers ?? nothing}
    .declined=${set.declined ?? nothing}
    .unknown=${set.unknown ?? nothing}
    >${content}</alliance-rating
  >`;
}
