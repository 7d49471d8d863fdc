import { randomInt } from 'node:crypto';

// No 0, O, 1 or I: it is read on a poster and typed on a phone.
const SIGNES = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Code printed on the poster of a room: eight signs, some 10^12 of them. */
export function nouveauCode(): string {
  return Array.from({ length: 8 }, () => SIGNES.charAt(randomInt(SIGNES.length))).join('');
}
