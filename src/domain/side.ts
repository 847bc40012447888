/** Whose word something is: the client's, with whoever helps them, or the therapist's. */
export type Side = 'client' | 'therapist';

export const sides: readonly Side[] = ['client', 'therapist'];

export const otherSide = (side: Side): Side => (side === 'client' ? 'therapist' : 'client');
