import { closeBrowser, closePages } from './pages';

afterEach(closePages);
afterAll(closeBrowser);
