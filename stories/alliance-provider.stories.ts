import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import type { AllianceStore } from '../src/index.js';
import spanish from '../locales/es/common.json';
import { choose, elementsIn, inside, press } from './support/inside.js';
import { allDegrees, responseWith } from './support/responses.js';
import { once, storeWith } from './support/stores.js';
import { about } from '../test/support/about.js';

interface ProviderArgs {
  readonly viewer?: 'client' | 'therapist' | 'supervisor';
  readonly subject?: string;
  readonly encounter?: string;
  readonly locale?: string;
  readonly storage?: 'none' | 'memory';
  readonly support?: 'standard' | 'easy';
  readonly layout?: 'auto' | 'horizontal' | 'vertical';
  readonly audience?: string;
  readonly disabled?: boolean;
  readonly readonly?: boolean;
}

const introduction = `
Tells the widgets inside it who looks, whose care it is, which session, which language and where answers live. It draws
nothing itself, and a widget's own attributes win over it.

\`\`\`html
<alliance-provider subject="Patient/123" encounter="Encounter/7" audience="therapist" storage="memory">
  <alliance-rating></alliance-rating>
</alliance-provider>
\`\`\`

A portal that keeps the answers itself sets the property \`store\` instead of \`storage\`. \`provideAlliance(node, options)\`
does the same for any node.
`;

const oneOf = (...options: string[]) => ({ control: { type: 'select' as const }, options });

const argTypes = {
  viewer: oneOf('client', 'therapist', 'supervisor'),
  subject: { control: { type: 'text' as const } },
  encounter: { control: { type: 'text' as const } },
  locale: { control: { type: 'text' as const } },
  storage: oneOf('none', 'memory'),
  support: oneOf('standard', 'easy'),
  layout: oneOf('auto', 'horizontal', 'vertical'),
  audience: oneOf('therapist', 'therapist team', 'therapist team supervisor'),
  disabled: { control: { type: 'boolean' as const } },
  readonly: { control: { type: 'boolean' as const } },
  author: { control: { disable: true } },
  drafts: { control: { disable: true } },
  'read-aloud': { control: { disable: true } },
};

const meta = {
  title: 'Provider',
  component: 'alliance-provider',
  argTypes,
  args: { viewer: 'client', subject: 'Patient/ana', encounter: 'Encounter/week-3', storage: 'memory' },
  parameters: {
    docs: { description: { component: introduction } },
  },
  render: (args) =>
    html`<alliance-provider
      viewer=${ifDefined(args.viewer)}
      subject=${ifDefined(args.subject)}
      encounter=${ifDefined(args.encounter)}
      locale=${ifDefined(args.locale)}
      storage=${ifDefined(args.storage)}
      support=${ifDefined(args.support)}
      layout=${ifDefined(args.layout)}
      audience=${ifDefined(args.audience)}
      ?disabled=${args.disabled}
      ?readonly=${args.readonly}
      ><alliance-rating instrument="session-alliance-brief"></alliance-rating
    ></alliance-provider>`,
} satisfies Meta<ProviderArgs>;

export default meta;
type Story = StoryObj<ProviderArgs>;

/** Answers that live as long as the page: the widget says exactly that. */
export const KeptInThePage: Story = {
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await choose(widget, about.trust, /Mostly/);
    await press(widget, 'Send');
    await expect(await widget.findByText('Kept until you close this page. Not sent.')).toBeVisible();
    await expect(elementsIn(canvasElement, 'alliance-rating')[0]?.response?.subject?.reference).toBe(
      'Patient/ana',
    );
  },
};

/** Language, layout, audience and support reach every widget inside. */
export const HandedDown: Story = {
  args: { locale: 'es', audience: 'therapist team', layout: 'vertical' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByRole('button', { name: spanish.send.send })).toBeVisible();
    await expect(widget.queryByText(/Ask your clinic/)).toBeNull();
  },
};

export const EasyForAll: Story = {
  args: { support: 'easy' },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('Step 1 of 3')).toBeVisible();
  },
};

export const DisabledForAll: Story = {
  args: { disabled: true },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    for (const radio of await widget.findAllByRole('radio')) await expect(radio).toBeDisabled();
  },
};

/** No answers yet: there is nothing to read. */
export const ReadOnlyForAll: Story = {
  args: { readonly: true },
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findAllByText('No answer yet')).toHaveLength(3);
  },
};

/** What the widget says itself wins. */
export const OwnAttributesWin: Story = {
  render: ({ support }) =>
    html`<alliance-provider locale="es" audience="therapist" support=${ifDefined(support)}>
      <alliance-rating instrument="session-alliance-brief" locale="en" audience="team"></alliance-rating>
    </alliance-provider>`,
  play: async ({ canvasElement }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByText('What you share here can be seen by your care team.')).toBeVisible();
  },
};

/** A provider inside another: the nearest one counts, and nothing comes through from the outer one. */
export const Nested: Story = {
  render: ({ support }) => html`
    <alliance-provider
      subject="Patient/ana"
      audience="therapist"
      storage="memory"
      support=${ifDefined(support)}
    >
      <h2>Ana</h2>
      <alliance-rating instrument="session-alliance-brief"></alliance-rating>
      <alliance-provider subject="Patient/ben" storage="memory" support=${ifDefined(support)}>
        <h2>Ben</h2>
        <alliance-rating instrument="session-alliance-brief"></alliance-rating>
      </alliance-provider>
    </alliance-provider>
  `,
  play: async ({ canvasElement }) => {
    const [ana, ben] = [await inside(canvasElement, 0), await inside(canvasElement, 1)];
    await expect(await ana.findByText('What you share here can be seen by your therapist.')).toBeVisible();
    await expect(await ben.findByText('Ask your clinic who can see this.')).toBeVisible();
    await choose(ana, about.trust, /Mostly/);
    await choose(ben, about.trust, /Half/);
    const references = elementsIn(canvasElement, 'alliance-rating').map(
      ({ response }) => response?.subject?.reference,
    );
    await expect(references).toEqual(['Patient/ana', 'Patient/ben']);
  },
};

const bothSidesOf = (store: AllianceStore, support: ProviderArgs['support']): TemplateResult => html`
  <alliance-provider subject="Patient/ana" .store=${store} support=${ifDefined(support)}>
    <alliance-rating></alliance-rating>
  </alliance-provider>
  <alliance-provider viewer="therapist" subject="Patient/ana" .store=${store}>
    <alliance-rating></alliance-rating>
  </alliance-provider>
`;

/** The same store seen by the client and by the therapist: what is sent arrives on the other side at once. */
export const ClientAndTherapist: Story = {
  render: ({ support }) => html`
    <style>
      .sides {
        display: grid;
        gap: 24px;
        grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
        align-items: start;
      }
    </style>
    <div class="sides">${guard([support], () => bothSidesOf(storeWith(), support))}</div>
  `,
  play: async ({ canvasElement }) => {
    const [client, therapist] = [await inside(canvasElement, 0), await inside(canvasElement, 1)];
    await expect(await therapist.findByText('There are no answers yet.')).toBeVisible();
    await choose(client, about.person, /Mostly/);
    await press(client, 'Send');
    await expect(await therapist.findByText('Mostly')).toBeVisible();
  },
};

/** `clear()` at sign-out: answers, sent or not, leave the screen and the store. */
export const SignedOut: Story = {
  render: ({ subject = 'Patient/ana', support }) => {
    const signOut = ({ target }: Event): void => {
      void (target as Element).parentElement?.querySelector('alliance-provider')?.clear();
    };
    return html`<div>
      <button type="button" @click=${signOut}>Sign out</button>
      <alliance-provider
        subject=${subject}
        encounter="Encounter/week-3"
        support=${ifDefined(support)}
        .store=${once(() => storeWith(responseWith({ subject, encounter: 'Encounter/week-3', degrees: allDegrees })))}
        ><alliance-rating></alliance-rating
      ></alliance-provider>
    </div>`;
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const widget = await inside(canvasElement);
    await expect(await widget.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(widget.queryByRole('heading', { name: 'Thank you' })).toBeNull());
    await expect(widget.queryAllByRole('radio', { checked: true })).toHaveLength(0);
  },
};
