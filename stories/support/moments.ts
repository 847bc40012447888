import { html, nothing, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import '../../src/define.js';
import type { AllianceStore, Resource, Viewer } from '../../src/index.js';
import type { ConfirmedOutcome, Moment } from '../../src/domain/empathy/moment.js';
import type { Side } from '../../src/domain/side.js';
import { linkOfMoment } from '../../src/fhir/communication/moment-reader.js';
import { writeMoment } from '../../src/fhir/communication/moment-writer.js';
import { writeThreadEntry } from '../../src/fhir/communication/thread-writer.js';
import type { Communication } from '../../src/fhir/resource.js';
import { inside, type Inside } from './inside.js';
import { once } from './stores.js';

const parties = { client: 'Patient/ana', therapist: 'Practitioner/kim' };

const about = (identifier: string, by: Side, at: string) => ({
  ...{ intent: 'give' as const, at, identifier, subject: parties.client, author: parties[by], by, parties },
  ...{ language: 'en', told: ['therapist'], completion: 'self' as const, encounter: 'Encounter/today' },
  recipients: [parties[by === 'client' ? 'therapist' : 'client']],
});

/** A moment as it is stored. */
export const moment = (part: Partial<Moment> = {}, identifier = 'pace', at = '2026-03-04T10:12:00.000Z') => ({
  ...writeMoment(
    {
      ...{ kind: 'missed', about: 'pace', visibility: 'now', help: { kind: 'slow' } },
      words: 'We were already at the next exercise, and I had not found my balance yet.',
      ...part,
    },
    about(identifier, 'client', at),
  ),
  id: identifier,
});

/** What is said to a moment. */
export type Said = 'read' | { readonly reply: string } | ConfirmedOutcome;

/** A moment with what was said to it, as it is stored. */
export function thread(wire: Communication, ...said: readonly Said[]): readonly Resource[] {
  const link = linkOfMoment(wire);
  const entries = said.map((one, index) => {
    const at = `2026-03-05T1${String(index)}:00:00.000Z`;
    const by: Side = one === 'read' || typeof one === 'object' ? 'therapist' : 'client';
    const origin = { moment: link, by, at, author: parties[by] };
    const id = `${wire.id ?? ''}-${String(index)}`;
    const entry =
      one === 'read'
        ? ({ kind: 'read', ...origin } as const)
        : typeof one === 'object'
          ? ({ kind: 'reply', ...origin, words: one.reply } as const)
          : ({ kind: 'confirmation', ...origin, outcome: one } as const);
    return { ...writeThreadEntry(entry, about(id, by, at)), id };
  });
  return [wire, ...entries];
}

/** What the therapist of these stories answers. */
export const reply =
  'Thank you for telling me. I did not see that. Next time I will wait until you say that you are ready.';

export interface MomentsArgs {
  readonly resources: readonly Resource[];
  /** Holds the moments in place of `resources`. */
  readonly store?: AllianceStore;
  readonly viewer?: Viewer;
  readonly mode?: 'full' | 'quick' | 'moment';
  readonly support?: 'standard' | 'easy';
  readonly locale?: string;
  readonly source?: 'self' | 'supported' | 'proxy';
  readonly width?: number;
  readonly pairs?: boolean;
  /** Where drafts outlive the page. */
  readonly drafts?: 'device';
}

/** The moments of a page that keeps them itself, unless it has a store. */
export const moments = ({
  resources,
  store,
  viewer = 'client',
  mode,
  support,
  locale,
  source,
  width,
  pairs = false,
  drafts,
}: MomentsArgs): TemplateResult => html`
  <alliance-provider
    viewer=${viewer}
    subject=${parties.client}
    author=${viewer === 'client' ? parties.client : viewer === 'therapist' ? parties.therapist : 'Practitioner/sam'}
    partner=${viewer === 'client' ? parties.therapist : parties.client}
    encounter="Encounter/today"
    audience="therapist"
    drafts=${drafts ?? nothing}
    .store=${store}
  >
    <alliance-empathy
      .resources=${store ? nothing : resources}
      ?pairs=${pairs}
      mode=${mode ?? nothing}
      support=${support ?? nothing}
      locale=${locale ?? nothing}
      source=${source ?? nothing}
      .style=${width === undefined ? '' : `inline-size: ${String(width)}px`}
    >
      <a slot="crisis" href="tel:112">Need help now?</a>
      <span slot="someone-else">Dr. Lee, who leads the team: <a href="tel:5550100">555 0100</a></span>
    </alliance-empathy>
  </alliance-provider>
`;

/** The moments that a store holds; it is made once for each showing. */
export const momentsIn =
  (makeStore: () => AllianceStore) =>
  (args: MomentsArgs): TemplateResult =>
    moments({ ...args, store: once(makeStore) });

export const insideMoments = (canvas: HTMLElement): Promise<Inside> => inside(canvas, 0, 'alliance-empathy');

/** Chooses one option on the screen. */
export async function pick(widget: Inside, name: RegExp): Promise<void> {
  await userEvent.click(await widget.findByRole('radio', { name }));
}
