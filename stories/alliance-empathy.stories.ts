import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { press } from './support/inside.js';
import { insideMoments, moment, moments, reply, thread, type MomentsArgs } from './support/moments.js';

const meta = {
  title: 'Empathy feedback/States',
  component: 'alliance-empathy',
  render: moments,
  args: { resources: [] },
  parameters: {
    docs: {
      description: {
        component:
          'What felt right and what was missed: the client decides who sees it and when, the therapist answers, and the client says whether it got better.',
      },
    },
  },
} satisfies Meta<MomentsArgs>;

export default meta;
type Story = StoryObj<MomentsArgs>;

/** The first choice. Nobody has to rate before saying something. */
export const None: Story = {};

export const Sent: Story = { args: { resources: thread(moment()) } };
export const Read: Story = { args: { resources: thread(moment(), 'read') } };
export const Answered: Story = { args: { resources: thread(moment(), 'read', { reply }) } };

const opens: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const widget = await insideMoments(canvasElement);
  (await widget.findByText('Talked about')).click();
  await expect(await widget.findByText(/^(You said|Your client says):/)).toBeVisible();
};

export const Better: Story = {
  args: { resources: thread(moment(), 'read', { reply }, 'better') },
  play: opens,
};
export const TheSame: Story = {
  args: { resources: thread(moment(), 'read', { reply }, 'same') },
  play: opens,
};

/** It is asked again, kindly, and somebody else is named. */
export const NotYet: Story = { args: { resources: thread(moment(), 'read', { reply }, 'not-yet') } };

export const FeltRight: Story = {
  args: {
    resources: thread(
      moment({
        ...{ kind: 'understood', about: 'family', help: undefined },
        words: 'You asked how my daughter is coping.',
      }),
    ),
  },
};
export const ForNextTime: Story = { args: { resources: thread(moment({ visibility: 'next' })) } };

/** Words that only the person herself chose not to write: a moment can be told without any. */
export const WithoutWords: Story = { args: { resources: thread(moment({ words: undefined })) } };

export const Therapist: Story = { args: { resources: thread(moment()), viewer: 'therapist' } };
export const TherapistHasRead: Story = { args: { resources: thread(moment(), 'read'), viewer: 'therapist' } };
export const TherapistAnswered: Story = {
  args: { resources: thread(moment(), 'read', { reply }), viewer: 'therapist' },
};
export const TherapistAskedAgain: Story = {
  args: { resources: thread(moment(), 'read', { reply }, 'not-yet'), viewer: 'therapist' },
};
export const TherapistBetter: Story = {
  args: { resources: thread(moment(), 'read', { reply }, 'better'), viewer: 'therapist' },
  play: opens,
};

/** A checklist; the client is told the same. */
export const TherapistForNextSession: Story = {
  args: { resources: thread(moment({ visibility: 'next' })), viewer: 'therapist' },
};
export const TherapistNothingYet: Story = { args: { viewer: 'therapist' } };

/** Another day comes first, and in a day what was noted first. */
export const TherapistSeveral: Story = {
  args: {
    viewer: 'therapist',
    resources: [
      ...thread(moment()),
      ...thread(
        moment(
          {
            kind: 'understood',
            about: 'family',
            help: undefined,
            words: 'You asked how my daughter is coping.',
          },
          'family',
          '2026-03-04T10:30:00.000Z',
        ),
      ),
      ...thread(
        moment(
          { about: 'unsaid', words: undefined, visibility: 'next', help: { kind: 'ask' } },
          'unsaid',
          '2026-03-06T09:00:00.000Z',
        ),
      ),
    ],
  },
};

const toldTeam = {
  ...moment(),
  extension: [
    { url: 'https://alliance-elements.org/fhir/StructureDefinition/told-audience', valueCode: 'therapist' },
  ],
};

/** The client was told of the therapist alone: nothing of it is shown, and not how much there is. */
export const SupervisorNotTold: Story = {
  args: { resources: [toldTeam], viewer: 'supervisor' },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    await expect(await widget.findByText('Not shared with you')).toBeVisible();
  },
};

const foreignReply = {
  resourceType: 'Communication',
  id: 'other',
  status: 'completed',
  subject: { reference: 'Patient/ana' },
  sender: { reference: 'Practitioner/kim' },
  sent: '2026-03-05T08:00:00Z',
  inResponseTo: [{ reference: 'Communication/pace' }],
  payload: [{ contentString: 'Answered in another program: let us take more time on Monday.' }],
};
const foreignThread = {
  ...foreignReply,
  id: 'apart',
  inResponseTo: [{ reference: 'Communication/elsewhere' }],
};

/** What another system answered is shown; what it began is left alone. */
export const OfAnotherSystem: Story = { args: { resources: [moment(), foreignReply, foreignThread] } };

export const TakenBack: Story = {
  args: { resources: thread(moment()) },
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    canvasElement.addEventListener('alliance-moment', (event) => {
      event.waitUntil(Promise.resolve());
    });
    await press(widget, /^Take it back/);
    await expect(await widget.findByRole('button', { name: 'Something was missed' })).toBeVisible();
  },
};

export const ReadOnly: Story = {
  args: { resources: thread(moment(), 'read', { reply }) },
  render: (args) => moments(args),
  play: async ({ canvasElement }) => {
    const widget = await insideMoments(canvasElement);
    canvasElement.querySelector('alliance-empathy')!.readOnly = true;
    await expect(await widget.findByText(/^Thank you for telling me/)).toBeVisible();
  },
};
