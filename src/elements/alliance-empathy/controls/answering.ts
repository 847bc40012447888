import { linkOfMoment, type DrawnMoment } from '../../../controllers/kinds/shared-moments.js';
import { isGiven, isOfTask, keptIn } from '../../../controllers/widget/tasks.js';
import type { Confirmation, ConfirmedOutcome, Reply } from '../../../domain/empathy/moment.js';
import type { Task, TaskPage } from '../../../parts/task.js';
import type { EmpathyDesk } from '../empathy-desk.js';
import { replyPreview, someoneElseTemplate } from '../views/preview.js';

const starts = ['thanks', 'understand', 'next'] as const;

/** What is said to a moment, going on from what was begun. */
function entryOf(
  { lists, side }: EmpathyDesk,
  drawn: DrawnMoment,
  name: string,
  empty: Reply | Confirmation,
) {
  const sender = lists.threads.edit(lists.threads.drafts.find(isOfTask(name)));
  const { edit } = sender;
  const words = (): string => (edit.value.kind === 'read' ? '' : (edit.value.words ?? ''));
  const type = (text: string): void => {
    edit.change({ ...empty, moment: linkOfMoment(drawn.wire), by: side, words: text });
  };
  return { sender, edit, words, type };
}

/** What the therapist answers, and how the client will read it. */
export function replyingTask(desk: EmpathyDesk, drawn: DrawnMoment): Task {
  const { localize, lists } = desk;
  const name = `reply:${drawn.shared.id}`;
  const { sender, edit, words, type } = entryOf(desk, drawn, name, { kind: 'reply', moment: {}, words: '' });
  const page = (): TaskPage => ({
    key: 'reply',
    isNeeded: true,
    asks: [
      {
        ...{ kind: 'text', id: 'reply', text: words(), type },
        words: localize.text('empathy-tasks.ask.reply'),
        hints: [localize.text('empathy-tasks.ask.reply-hint')],
        starts: starts
          .map((key) => localize.word(`empathy-tasks.start.${key}`))
          .filter((start) => !words().includes(start))
          .map((start) => ({ words: `${start} …`, text: `${words()}\n${start} `.trimStart() })),
      },
    ],
  });
  const send = async (): Promise<void> => {
    await desk.acting.reply(drawn, words(), sender);
    if (isGiven(edit.delivery)) desk.done(drawn.shared.id);
  };
  return {
    name,
    title: () => localize.text('empathy-tasks.title.reply'),
    about: drawn.shared.moment.words,
    isChecked: true,
    preview: () => replyPreview(localize, words()),
    pages: () => [page()],
    finish: () => [
      {
        words: localize.text('empathy-tasks.send.reply'),
        act: () => void send(),
        look: 'main',
        isBusy: edit.delivery.state === 'sending',
      },
    ],
    edits: [keptIn(lists.threads, sender)],
  };
}

/** What the client says to the answer; "not yet" asks again, and names whom else one can turn to. */
export function confirmingTask(desk: EmpathyDesk, drawn: DrawnMoment, outcome: ConfirmedOutcome): Task {
  const { localize, lists, hasSomeoneElse } = desk;
  const name = `confirm:${drawn.shared.id}`;
  const empty: Confirmation = { kind: 'confirmation', moment: {}, outcome };
  const { sender, edit, words, type } = entryOf(desk, drawn, name, empty);
  const reply = drawn.shared.thread.findLast(({ kind }) => kind === 'reply');
  const send = async (): Promise<void> => {
    await desk.acting.confirm(drawn, outcome, words(), sender);
    if (isGiven(edit.delivery)) desk.done(drawn.shared.id);
  };
  return {
    name,
    title: () => localize.text(`empathy-tasks.title.${outcome}`),
    about: reply?.kind === 'reply' ? reply.words : undefined,
    pages: () => [
      {
        key: 'words',
        asks: [
          {
            ...{ kind: 'text', id: 'words', text: words(), type },
            words: localize.text(`empathy-tasks.ask.${outcome}`),
          },
        ],
      },
    ],
    note: outcome === 'not-yet' && hasSomeoneElse ? () => someoneElseTemplate(localize) : undefined,
    finish: () => [
      {
        words: localize.text('empathy-tasks.send.confirm'),
        act: () => void send(),
        look: 'main',
        isBusy: edit.delivery.state === 'sending',
      },
    ],
    edits: [keptIn(lists.threads, sender)],
  };
}
