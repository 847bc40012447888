import { Notices } from '../../store/device/notices.js';

/** Other tabs of the origin. */
export interface Elsewhere {
  /** Somebody has signed out here. */
  tell(subject: string | undefined): void;
  stop(): void;
}

/**
 * Hears of sign-outs in other tabs.
 * @param left called with the one who left, or with undefined where all did
 */
export function hearSignOuts(left: (subject: string | undefined) => void): Elsewhere {
  const notices = new Notices((notice) => {
    if ('cleared' in notice) left(notice.cleared ?? undefined);
    return Promise.resolve();
  });
  notices.listen();
  return {
    tell(subject) {
      notices.tell([{ partition: '*', cleared: subject ?? null }]);
    },
    stop() {
      notices.stop();
    },
  };
}
