import type { JSX } from 'preact';
import { create } from 'qrcode';

/** QR code of an address, drawn on the page: seen on paper alone, with the address in letters under it. */
export function Qr({ adresse }: { adresse: string }): JSX.Element {
  const { size, data } = create(adresse, { errorCorrectionLevel: 'M' }).modules;
  const points = Array.from(data, (noir, rang) => (noir ? `M${rang % size} ${Math.floor(rang / size)}h1v1h-1z` : ''));
  return (
    <figure class="imprime">
      <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`Code à scanner vers ${adresse}`}>
        <path d={points.join('')} />
      </svg>
      <figcaption class="discret">{adresse}</figcaption>
    </figure>
  );
}
