import type { ReactiveControllerHost } from 'lit';
import { newId } from '../../context/new-id.js';
import type { Provided } from '../../context/provided.js';
import type { Completion } from '../../domain/record.js';
import type { Told } from '../../domain/told.js';
import type { Resource } from '../../fhir/resource.js';
import type { Act, News } from '../record/delivery.js';
import { eventOf, type AllianceActEvent } from './events.js';

interface Parts<Value, Wire extends Resource> {
  readonly host: HTMLElement & ReactiveControllerHost;
  readonly localize: { readonly language: string };
  readonly provided: () => Provided | undefined;
  readonly told: () => Told;
  readonly completion: () => Completion;
  /** Shows an act to the page before anything is saved. */
  readonly eventFor: (act: Act<Wire>, value: Value) => AllianceActEvent;
  /** What was on the screen is another person's or session's now: forget it. */
  readonly begun: () => void;
  readonly changed: () => void;
  /** How an act ended, beside the event that tells the page. */
  readonly heard?: (news: News<Wire>) => void;
}

/** What the records of an element ask of it, as every element answers; `kind` is its own. */
export function recordSource<Value, Wire extends Resource>(parts: Parts<Value, Wire>) {
  const { host, localize, provided, told, completion, begun, changed } = parts;
  return {
    ...{ provided, told, completion, begun, changed, newId },
    language: (): string => localize.language,
    now: (): Date => new Date(),
    tellsFaults: true as const,
    offer: (act: Act<Wire>, value: Value): AllianceActEvent => {
      const event = parts.eventFor(act, value);
      host.dispatchEvent(event);
      return event;
    },
    tell: (news: News<Wire>): void => {
      parts.heard?.(news);
      const event = eventOf(news);
      if (event) host.dispatchEvent(event);
    },
  };
}
