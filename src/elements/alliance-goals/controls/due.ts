import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { dueOptions } from '../../../domain/goals/due.js';
import { calendarDay } from '../../../i18n/moments.js';
import type { OwnAsk, TaskView } from '../../../parts/task.js';
import { choiceTemplate } from '../../../parts/task-screen.js';
import type { GoalsDesk } from '../goals-desk.js';

/** Roughly when: a few choices, and a day of one's own. */
export function dueAsk(
  desk: GoalsDesk,
  due: string | undefined,
  choose: (due: string | undefined) => void,
): OwnAsk {
  const { localize } = desk;
  const chosen = (value: string | undefined): void => {
    choose(value);
    desk.redraw();
  };
  return {
    ...{ kind: 'own', id: 'due', words: localize.text('goal-tasks.ask.due') },
    isEmpty: due === undefined,
    said: localize.day(due ?? ''),
    draw: (view) => dueTemplate(view, desk, due, chosen),
  };
}

function dueTemplate(
  view: TaskView,
  { localize, at }: GoalsDesk,
  due: string | undefined,
  choose: (due: string | undefined) => void,
): TemplateResult {
  const options = dueOptions(calendarDay(new Date(at())));
  const onDay = (event: Event): void => {
    event.stopPropagation();
    const { value } = event.target as HTMLInputElement;
    choose(value === '' ? undefined : value);
  };
  return html`${choiceTemplate(view, {
      id: 'due',
      chosen: options.find((option) => option.due === due)?.key,
      options: options.map((option) => ({
        key: option.key,
        words: localize.text(`goal-tasks.due.${option.key}`),
        beside: localize.day(option.due),
      })),
      choose: (key) => {
        choose(options.find((option) => option.key === key)?.due);
      },
    })}
    <label class="day"
      ><span>${localize.text('goal-tasks.due.day')}</span>
      <input
        class="entry"
        type="date"
        .value=${live(due?.length === 10 ? due : '')}
        ?disabled=${view.settings.isDisabled}
        @input=${onDay}
        @change=${(event: Event) => {
          event.stopPropagation();
        }}
    /></label>`;
}
