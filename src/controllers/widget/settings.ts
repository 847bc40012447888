import type { Layout, Provided, Support } from '../../context/provided.js';
import { readAudience, type Audience } from '../../domain/told.js';

/** A token of `audience` that tells nobody anything. */
export interface AudienceProblem {
  readonly reason: 'unknown-audience';
  readonly value: string;
}

/** Whom the page says that a person is sharing with. */
interface Sharing {
  readonly told: readonly Audience[];
  readonly problems: readonly AudienceProblem[];
}

/** Every element of a page has the same few audiences, and asks for its settings many times in one drawing. */
const sharings = new Map<string, Sharing>();

function sharingOf(audience: string): Sharing {
  const made = sharings.get(audience);
  if (made) return made;
  const { told, unknown } = readAudience(audience);
  const sharing: Sharing = {
    told,
    problems: unknown.map((value) => ({ reason: 'unknown-audience', value })),
  };
  sharings.set(audience, sharing);
  return sharing;
}

/** What the console was told already. */
const known = new Set<string>();

/** Tells a portal's developer, once for a page, of tokens that tell nobody anything. */
export function tellUnknownAudience({ sharing }: Settings): void {
  for (const { value } of sharing.problems.filter((problem) => !known.has(problem.value))) {
    known.add(value);
    console.warn(
      `alliance-elements: audience "${value}" is not known, so nobody is told of it. Use therapist, team, supervisor.`,
    );
  }
}

/** The attributes of a widget, two of which not every one has; null once an attribute was removed. */
export interface OwnSettings {
  readonly layout?: Layout | null | undefined;
  readonly support: Support | null | undefined;
  readonly audience: string | null | undefined;
  readonly readAloud?: boolean | undefined;
  readonly disabled: boolean;
  readonly readOnly: boolean;
}

/** How a widget is shown: the person's choice, then the element's own, then the provider's. */
export interface Settings {
  readonly isEasy: boolean;
  readonly isInForm: boolean;
  readonly isDisabled: boolean;
  readonly isReadOnly: boolean;
  readonly isReadAloud: boolean;
  /** A therapist or supervisor looks. */
  readonly isReader: boolean;
  readonly hasStore: boolean;
  readonly reach: Provided['reach'];
  /** How many resources wait to be sent, by type. */
  readonly waiting: Readonly<Record<string, number>>;
  /** Who can see what is given here. */
  readonly sharing: Sharing;
  readonly layout: Layout;
}

/** What only the widget itself knows. */
export interface Here {
  /** What the person chose in the widget. */
  readonly support: Support | undefined;
  readonly isInForm: boolean;
  readonly isFormDisabled: boolean;
}

export function settingsOf(own: OwnSettings, provided: Provided | undefined, here: Here): Settings {
  const isEasy = (here.support ?? own.support ?? provided?.support ?? 'standard') === 'easy';
  return {
    isEasy,
    isInForm: here.isInForm,
    isDisabled: own.disabled || here.isFormDisabled || (provided?.disabled ?? false),
    isReadOnly: own.readOnly || (provided?.readOnly ?? false),
    isReadAloud: own.readAloud === true || (provided?.readAloud ?? false),
    isReader: provided !== undefined && provided.viewer !== 'client',
    hasStore: provided?.store !== undefined,
    reach: provided?.reach,
    waiting: provided?.waiting ?? {},
    sharing: sharingOf(own.audience ?? provided?.audience ?? ''),
    layout: isEasy ? 'vertical' : (own.layout ?? provided?.layout ?? 'auto'),
  };
}
