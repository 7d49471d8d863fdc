import { ProblemeException } from '@pleniere/shared/api';

/** Does a part of a whole; what refuses it points into the whole, under `pointeur`, the start `retire` of its own pointer less. */
export async function sous<T>(pointeur: string, retire: string, faire: () => Promise<T>): Promise<T> {
  try {
    return await faire();
  } catch (erreur) {
    if (!(erreur instanceof ProblemeException)) throw erreur;
    const { probleme } = erreur;
    const errors = (probleme.errors ?? [{ pointer: '', detail: probleme.detail ?? probleme.title }]).map(
      ({ pointer, detail }) => ({
        pointer: pointeur + (pointer.startsWith(retire) ? pointer.slice(retire.length) : pointer),
        detail,
      }),
    );
    throw new ProblemeException({ ...probleme, errors });
  }
}
