import { ProblemeException } from '@pleniere/shared/api';

/** 409: the server's clock says that nothing may be written there now. */
export function plusOuverte(
  detail = 'La consultation n’est pas ouverte à cet instant : rien n’a été enregistré.',
): ProblemeException {
  return new ProblemeException({
    type: '/problemes/close',
    status: 409,
    title: 'La consultation est close.',
    detail,
  });
}

/** 429: faster than a person votes. */
export function tropVite(): ProblemeException {
  return new ProblemeException({
    type: '/problemes/trop-de-demandes',
    status: 429,
    title: 'Vos votes arrivent trop vite.',
    detail: 'Le dernier n’a pas été enregistré : attendez quelques secondes et recommencez.',
    ...{ retryAfter: 10 },
  });
}
