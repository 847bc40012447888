import { expect } from '@open-wc/testing';
import type { Communication } from 'fhir/r4.js';
import { isMoment, readMoment } from '../../../src/fhir/communication/moment-reader.js';
import { writeMoment } from '../../../src/fhir/communication/moment-writer.js';
import { stageOf } from '../../../src/fhir/communication/said.js';
import { answersIn, isThreadEntry, readThreadEntry } from '../../../src/fhir/communication/thread-reader.js';
import { writeThreadEntry } from '../../../src/fhir/communication/thread-writer.js';
import { isRaise, readRaise } from '../../../src/fhir/task/raise-reader.js';
import { expectValid } from '../../support/validator.js';
import { about, at, parties } from './about.js';

const OWN = 'https://alliance-elements.org/fhir';
const moment = writeMoment({ kind: 'missed', about: 'pain', words: 'It hurt', visibility: 'now' }, about);

/** A moment after another system has added to it. */
const enriched: Communication = {
  ...moment,
  id: 'c1',
  meta: { ...moment.meta, tag: [{ system: 'https://example.org/tags', code: 'triaged' }] },
  extension: [...moment.extension!, { url: 'https://example.org/urgency', valueInteger: 2 }],
  identifier: [{ system: 'https://example.org/ids', value: '77' }, ...moment.identifier!],
  category: [{ coding: [{ system: 'https://example.org/inbox', code: 'feedback' }] }, ...moment.category!],
  topic: { ...moment.topic, text: 'Missed' },
  reasonCode: [
    { ...moment.reasonCode![0], text: 'Pain' },
    { coding: [{ system: 'http://snomed.info/sct', code: '22253000' }] },
  ],
  medium: [{ text: 'portal' }],
  note: [{ text: 'Seen at the desk' }],
  payload: [...moment.payload!, { contentAttachment: { title: 'Drawing', contentType: 'image/png' } }],
};

describe('moments to which another system has added', () => {
  it('are read as before', () => {
    expect(isMoment(enriched)).to.equal(true);
    expect(readMoment(enriched)).to.deep.equal(readMoment(moment));
  });

  it('are written without a change as they were', async () => {
    await expectValid(enriched);
    const before = structuredClone(enriched);
    expect(writeMoment(readMoment(enriched), about, enriched)).to.deep.equal(before);
    expect(enriched, 'what came in is not touched').to.deep.equal(before);
  });

  it('keep all that is foreign when each of our own parts changes', () => {
    const changed = writeMoment(
      { kind: 'understood', about: 'pace', words: 'Well', help: { kind: 'ask' }, visibility: 'next' },
      about,
      structuredClone(enriched),
    );
    const { tag } = changed.meta!;
    expect(tag).to.deep.equal(enriched.meta!.tag);
    expect(changed.extension).to.deep.include({ url: 'https://example.org/urgency', valueInteger: 2 });
    expect(changed.reasonCode!.map(({ coding }) => coding?.[0]?.code)).to.deep.equal(['pace', '22253000']);
    expect(changed.payload).to.deep.equal([{ contentString: 'Well' }, enriched.payload![1]]);
    for (const name of ['identifier', 'category', 'medium', 'note', 'sender', 'sent'] as const)
      expect(changed[name], name).to.deep.equal(enriched[name]);
    expect(readMoment(changed).help, 'and say what is new').to.deep.equal({ kind: 'ask', words: undefined });
  });

  it('keep their mark of how confidential they are, the narrative goes', () => {
    const security = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'N' }];
    const marked: Communication = {
      ...enriched,
      meta: { security },
      text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">It hurt</div>' },
    };
    const written = writeMoment(readMoment(marked), about, marked);
    expect(written.meta?.security).to.deep.equal(security);
    expect(written).to.not.have.property('text');
  });
});

describe('what other systems wrote', () => {
  const foreign: Communication = {
    resourceType: 'Communication',
    id: 'f1',
    status: 'completed',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/communication-category', code: 'notification' },
        ],
      },
    ],
    subject: { reference: 'Patient/1' },
    inResponseTo: [{ reference: 'https://example.org/fhir/Communication/c1/_history/2' }],
    sender: { reference: 'Practitioner/5' },
    sent: '2026-11-27T08:00:00+01:00',
    payload: [{ contentString: 'We will talk.' }, { contentString: 'Soon.' }],
  };

  it('an answer in a thread is read as one, with all of its words', () => {
    expect([isThreadEntry(foreign), isMoment(foreign)]).to.deep.equal([true, false]);
    expect(readThreadEntry(foreign, parties)).to.deep.equal({
      ...{ kind: 'reply', by: 'therapist', author: 'Practitioner/5', at: '2026-11-27T08:00:00+01:00' },
      moment: { reference: 'https://example.org/fhir/Communication/c1/_history/2' },
      words: 'We will talk.\n\nSoon.',
    });
  });

  it('written without a change it is as it was', () => {
    const before = structuredClone(foreign);
    const { told: _, ...untold } = about;
    const written = writeThreadEntry(readThreadEntry(foreign, parties), { ...untold, told: [] }, foreign);
    expect(written).to.deep.equal(before);
  });

  it('what answers nothing, what is another word of ours, and threads of others are none of it', () => {
    const { inResponseTo: _, ...alone } = foreign;
    expect(isThreadEntry(alone)).to.equal(false);
    const live = { coding: [{ system: `${OWN}/CodeSystem/alliance-communication`, code: 'live' }] };
    expect(isThreadEntry({ ...foreign, category: [live] })).to.equal(false);
    expect(isMoment({ ...foreign, category: [live] })).to.equal(false);
  });

  it('what only has attachments is shown by their titles', () => {
    const payload = [{ contentAttachment: { title: 'Letter' } }, { contentAttachment: { url: 'x' } }];
    expect(readThreadEntry({ ...foreign, payload }, parties)).to.include({ kind: 'reply', words: 'Letter' });
  });

  it('what was never sent is a draft, and what was taken back is gone', () => {
    const stages = {
      'in-progress': 'given',
      'not-done': 'draft',
      preparation: 'draft',
      unknown: 'given',
    } as const;
    for (const [status, stage] of Object.entries(stages))
      expect(stageOf({ ...foreign, status: status as Communication['status'] }), status).to.equal(stage);
    expect(stageOf({ ...foreign, status: 'entered-in-error' })).to.equal('withdrawn');
  });

  it('an outcome that is not known here is an answer in words', () => {
    const category = [
      { coding: [{ system: `${OWN}/CodeSystem/alliance-communication`, code: 'confirmation' }] },
    ];
    expect(readThreadEntry({ ...foreign, category }, parties).kind).to.equal('reply');
  });
});

describe('odd data', () => {
  const codes = (code: string, system = 'alliance-moment') => ({
    coding: [{ system: `${OWN}/CodeSystem/${system}`, code }],
  });
  const odd: readonly (readonly [what: string, wire: object])[] = [
    [
      'lists that are none',
      {
        category: codes('moment', 'alliance-communication'),
        payload: 'words',
        extension: 7,
        inResponseTo: {},
        reasonCode: codes('pain'),
      },
    ],
    [
      'holes',
      {
        category: [null, codes('moment', 'alliance-communication')],
        payload: [null],
        extension: [null],
        reasonCode: [null],
        identifier: [null],
        meta: { security: [null] },
      },
    ],
    [
      'codes of nobody',
      {
        category: [codes('moment', 'alliance-communication')],
        topic: codes('wonderful'),
        reasonCode: [codes('weather')],
        extension: [{ url: `${OWN}/StructureDefinition/show-at`, valueCode: 'later' }],
      },
    ],
    [
      'numbers for texts',
      {
        category: [codes('moment', 'alliance-communication')],
        payload: [{ contentString: 3 }],
        sent: 5,
        sender: 'Patient/1',
        subject: 3,
      },
    ],
    ['nothing at all', { category: [codes('moment', 'alliance-communication')] }],
  ];
  for (const [what, parts] of odd)
    it(`${what}: read as far as it goes, and written`, () => {
      const wire = { resourceType: 'Communication', id: 'o1', ...parts } as unknown as Communication;
      expect(isMoment(wire)).to.equal(true);
      const read = readMoment(wire);
      expect([read.kind, read.words, read.help, read.visibility]).to.deep.equal([
        ...[undefined, undefined, undefined, 'now'],
      ]);
      expect(readThreadEntry(wire, parties)).to.include({ kind: 'reply', words: '' });
      expect(answersIn(wire)).to.deep.equal([]);
      const written = writeMoment({ ...read, words: 'New' }, about, structuredClone(wire));
      expect(readMoment(written).words).to.equal('New');
    });

  it('help in words without a kind that is known is the person’s own', () => {
    const extension = (kind: string, words?: string) => [
      {
        url: `${OWN}/StructureDefinition/wanted-help`,
        extension: [
          { url: 'kind', valueCode: kind },
          ...(words === undefined ? [] : [{ url: 'words', valueString: words }]),
        ],
      },
    ];
    expect(readMoment({ ...moment, extension: extension('sing', 'A song') }).help).to.deep.equal({
      kind: 'own',
      words: 'A song',
    });
    expect(readMoment({ ...moment, extension: extension('sing') }).help).to.equal(undefined);
  });

  it('a Task that is none of ours, or has holes', () => {
    expect(isRaise({ resourceType: 'Task', code: codes('step', 'alliance-task') })).to.equal(false);
    const wire = {
      resourceType: 'Task',
      code: codes('raise', 'alliance-task'),
      focus: 3,
      requester: 'x',
      authoredOn: at,
    };
    expect(isRaise(wire)).to.equal(true);
    expect(readRaise(wire as unknown as Parameters<typeof readRaise>[0], parties)).to.deep.equal({
      ...{ moment: {}, by: undefined, author: undefined, at, isDone: false },
    });
  });

  it('is no Communication at all', () => {
    for (const value of [null, undefined, 'Communication', [], {}, { resourceType: 'Goal' }])
      expect([isMoment(value), isThreadEntry(value), isRaise(value)]).to.deep.equal([false, false, false]);
  });
});
