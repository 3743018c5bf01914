/** The port to a telephone exchange beyond the conversation's channel; knows neither the engine nor the exchange. */
package io.parcours.telephony;
