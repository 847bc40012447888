import { Notices } from '../../store/device/notices.js';
import { lastSignOut } from './sign-outs.js';

/** Other pages of the origin. */
export interface Elsewhere {
  /** Somebody has signed out here. */
  tell(subject: string | undefined): void;
  stop(): void;
}

/**
 * Hears of sign-outs that happen elsewhere: in another tab, or while this page was kept to go back to.
 * @param left called with the one who left, or with undefined where all did
 * @param before the last sign-out that the page knew of when it rested; undefined for one that has just begun
 */
export function hearSignOuts(
  left: (subject: string | undefined) => void,
  before: string | undefined,
): Elsewhere {
  let known = before ?? lastSignOut();
  const notices = new Notices((notice) => {
    if ('cleared' in notice) left(notice.cleared ?? undefined);
    known = lastSignOut();
    return Promise.resolve();
  });
  notices.listen();
  const look = (): void => {
    if (lastSignOut() !== known) left(undefined);
    known = lastSignOut();
  };
  const onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) look();
  };
  look();
  globalThis.addEventListener('pageshow', onPageShow);
  return {
    tell(subject) {
      known = lastSignOut();
      notices.tell([{ partition: '*', cleared: subject ?? null }]);
    },
    stop() {
      notices.stop();
      globalThis.removeEventListener('pageshow', onPageShow);
    },
  };
}
