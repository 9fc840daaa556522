export { showAccount } from './account.ts';
export { addToCart, changeQuantity, removeFromCart, showCart } from './cart.ts';
export { placeOrder, showOrder } from './orders.ts';
export { showProduct, writeReview } from './products.ts';
export { showSignIn, signIn, signOut, signOutEverywhere } from './sign-in.ts';
