import { worker } from 'workerpool';
import { lireDocument, ouvrirLot } from './lire-document';

worker({ lire: lireDocument, ouvrir: ouvrirLot });
