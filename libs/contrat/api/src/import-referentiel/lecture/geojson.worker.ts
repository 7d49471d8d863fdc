import { worker } from 'workerpool';
import { ouvrirGeojson } from './lire-geojson';

worker({ ouvrir: ouvrirGeojson });
