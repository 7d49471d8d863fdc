import type { JSX } from 'preact';
import { create } from 'qrcode';

/** QR code of an address, drawn on the page: seen on paper alone, with the address in letters under it. */
export function Qr({ adresse }: { adresse: string }): JSX.Element {
  const { size, data } = create(adresse, { errorCorrectionLevel: 'M' }).modules;
  const rangees = Array.from({ length: size }, (_, y) => Array.from(data.subarray(y * size, (y + 1) * size)).join(''));
  // One stroke for each run of dark points.
  const points = rangees.flatMap((rangee, y) =>
    [...rangee.matchAll(/1+/g)].map(({ 0: noirs, index }) => `M${index} ${y}h${noirs.length}v1h-${noirs.length}z`),
  );
  return (
    <figure class="imprime">
      <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`Code à scanner vers ${adresse}`}>
        <path d={points.join('')} />
      </svg>
      <figcaption class="discret">{adresse}</figcaption>
    </figure>
  );
}
