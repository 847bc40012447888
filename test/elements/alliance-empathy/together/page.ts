import { ContextProvider } from '@lit/context';
import '../../../../src/define.js';
import { providedContext } from '../../../../src/context/provided.js';
import type { Side } from '../../../../src/domain/side.js';
import type { AllianceEmpathy } from '../../../../src/index.js';
import { textOf } from '../../../support/screen.js';
import { PageLife } from '../../../support/together/page-life.js';
import type { MomentsWorld } from './world.js';

/** One life of one person's page with `<alliance-empathy>` on it. */
export class MomentsPage extends PageLife {
  widget: AllianceEmpathy;
  /** What it has written down since it was opened. */
  readonly #written: string[] = [];
  readonly #around = document.createElement('div');

  constructor(world: MomentsWorld, side: Side) {
    super(world, side, (resource) => {
      this.#written.push(JSON.stringify(resource));
      world.owe(side, resource);
    });
    const drop = this.outbox.drop.bind(this.outbox);
    this.outbox.drop = (resource, ...given) => {
      world.takesBack(resource);
      return drop(resource, ...given);
    };
    new ContextProvider(this.#around, { context: providedContext, initialValue: this.provided });
    document.body.append(this.#around);
    this.widget = this.#draw();
  }

  /** Whether it has taken some words, or shows them as said. */
  knows(words: string): boolean {
    return [...this.#written, textOf(this.widget)].some((text) => text.includes(words));
  }

  /** Another view of the same page: what the widget was doing goes on. */
  turnAway(): void {
    this.widget.remove();
    this.widget = this.#draw();
  }

  override crash(): void {
    super.crash();
    this.#around.remove();
  }

  #draw(): AllianceEmpathy {
    const widget = document.createElement('alliance-empathy');
    this.#around.append(widget);
    return widget;
  }
}
