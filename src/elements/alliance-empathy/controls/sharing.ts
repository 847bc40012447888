import type { KeptMoment } from '../../../controllers/kinds/shared-moments.js';
import { keepBack } from '../../../controllers/record/keep-back.js';
import { isGiven, keptIn } from '../../../controllers/widget/tasks.js';
import {
  helpKinds,
  momentTopics,
  type Moment,
  type MomentKind,
  type Visibility,
} from '../../../domain/empathy/moment.js';
import type { Button } from '../../../parts/button.js';
import type { Task, TaskPage } from '../../../parts/task.js';
import type { EmpathyDesk } from '../empathy-desk.js';
import { ownPreview } from '../views/preview.js';

const visibilities: readonly Visibility[] = ['now', 'next', 'only-me'];

/**
 * A moment, one thought a screen. Who may see it is chosen before the words are written, and can be changed until it is
 * sent; what is only for the person is kept and never sent.
 * @param kept what was begun before, to go on with
 */
export function sharingTask(desk: EmpathyDesk, kind: MomentKind, kept?: KeptMoment): Task {
  const { localize, lists, isKeeping } = desk;
  const sender = lists.moments.edit(kept?.draft);
  const { edit } = sender;
  if (edit.value.kind === undefined) edit.change({ ...edit.value, kind });
  const change = (part: Partial<Moment>): void => {
    edit.change({ ...edit.value, ...part });
    desk.redraw();
  };
  let helpWords = edit.value.help?.words;
  // What was sent before and not taken is not sent any more; a store may have it all the same
  let mayHaveCome = false;
  const keepForMe = async (): Promise<void> => {
    mayHaveCome ||= edit.delivery.state === 'sending';
    const outcome = await keepBack(edit.scope.store, edit.toResource(), true).catch(
      () => 'maybe-sent' as const,
    );
    if (outcome === undefined) return;
    edit.rebase(undefined);
    mayHaveCome ||= outcome === 'maybe-sent';
    desk.redraw();
  };
  const whoSees = () => {
    const { visibility = 'none' } = edit.value;
    return localize.text(
      visibility === 'only-me' && mayHaveCome
        ? 'empathy-tasks.seen.only-me-sent'
        : `empathy-tasks.seen.${visibility}`,
    );
  };
  const about = (): TaskPage => ({
    key: 'about',
    asks: [
      {
        ...{ kind: 'choice', id: 'about', chosen: edit.value.about },
        words: localize.text('empathy-tasks.ask.about'),
        options: momentTopics.map((key) => ({ key, words: localize.text(`empathy.about.${key}`) })),
        choose: (key) => {
          change({ about: momentTopics.find((one) => one === key) });
        },
      },
    ],
  });
  const means = (visibility: Visibility) => {
    if (visibility !== 'only-me') return `empathy-tasks.who.${visibility}-means` as const;
    return `empathy-tasks.who.only-me-means-${mayHaveCome ? 'sent' : isKeeping ? 'kept' : 'page'}` as const;
  };
  const who = (): TaskPage => ({
    key: 'who',
    isNeeded: true,
    asks: [
      {
        ...{ kind: 'choice', id: 'who', chosen: edit.value.visibility },
        words: localize.text('empathy-tasks.ask.who'),
        hints: [localize.text('empathy-tasks.ask.who-hint')],
        options: visibilities.map((key) => ({
          key,
          words: localize.text(`empathy-tasks.who.${key}`),
          beside: localize.text(means(key)),
        })),
        choose: (key) => {
          change({ visibility: visibilities.find((one) => one === key) });
          if (key === 'only-me') void keepForMe();
        },
      },
    ],
  });
  const words = (): TaskPage => ({
    key: 'words',
    asks: [
      {
        ...{ kind: 'text', id: 'words', text: edit.value.words ?? '' },
        words: localize.text(`empathy-tasks.ask.words.${edit.value.kind ?? kind}`),
        hints: [
          localize.text('empathy-tasks.ask.words-hint'),
          whoSees(),
          localize.text('empathy-tasks.not-for-emergencies'),
        ],
        type: (text) => {
          change({ words: text === '' ? undefined : text });
        },
      },
    ],
  });
  const help = (): TaskPage => ({
    key: 'help',
    asks: [
      {
        ...{ kind: 'choice', id: 'help', chosen: edit.value.help?.kind },
        words: localize.text('empathy-tasks.ask.help'),
        options: helpKinds.map((key) => ({ key, words: localize.text(`empathy.help.${key}`) })),
        choose: (key) => {
          const chosen = helpKinds.find((one) => one === key);
          // Words for another choice are not sent with this one
          change({ help: chosen && { kind: chosen, words: chosen === 'own' ? helpWords : undefined } });
        },
      },
    ],
  });
  const ownHelp = (): TaskPage => ({
    key: 'own',
    isNeeded: true,
    asks: [
      {
        ...{ kind: 'text', id: 'own', text: edit.value.help?.words ?? '' },
        words: localize.text('empathy-tasks.ask.help-own'),
        hints: [whoSees()],
        type: (text) => {
          helpWords = text;
          change({ help: { kind: 'own', words: text } });
        },
      },
    ],
  });
  const pages = (): readonly TaskPage[] => [
    about(),
    who(),
    words(),
    ...(edit.value.kind === 'missed' ? [help()] : []),
    ...(edit.value.kind === 'missed' && edit.value.help?.kind === 'own' ? [ownHelp()] : []),
  ];
  const share = async (): Promise<void> => {
    await desk.acting.share(sender, edit.value);
    if (edit.value.visibility === 'only-me') await keepForMe(); // chosen while it was sent
    if (isGiven(edit.delivery)) desk.done(kept?.id ?? desk.acting.last?.id);
  };
  const finish = (): readonly Button[] => {
    const { visibility = 'now' } = edit.value;
    return [
      {
        words: localize.text(`empathy-tasks.send.${visibility}`),
        act: () => {
          if (visibility === 'only-me') desk.done();
          else void share();
        },
        look: 'main',
        isBusy: edit.delivery.state === 'sending',
      },
    ];
  };
  return {
    name: 'share',
    title: () => localize.text(`empathy-tasks.title.${edit.value.kind ?? kind}`),
    isChecked: true,
    preview: () => ownPreview(localize, edit.value),
    pages,
    finish,
    edits: [keptIn(lists.moments, sender)],
  };
}
