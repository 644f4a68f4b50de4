/**
 * Advisory lock that who writes rows shares, and that the roll-up takes alone for an instant: once it has it, every row with an earlier
 * `recorded_at` is committed, because rows get their time after the lock. So no row comes late into a minute that is summed up already.
 */
export const WRITERS_LOCK = 7_263_004
