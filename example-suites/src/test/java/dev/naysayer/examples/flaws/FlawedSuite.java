package dev.naysayer.examples.flaws;

import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.issuer.Issuer;
import dev.naysayer.examples.orders.Deviation;
import dev.naysayer.examples.orders.OrdersApi;
import dev.naysayer.examples.orders.RefusalStyle;

/** A suite that flaws are tried with, and the Orders API that is right by it: profiles can contradict each other. */
enum FlawedSuite {
    ORDERS(RefusalStyle.PROBLEM_AND_METADATA) {
        @Override
        SuiteLauncher.Run run(String url) {
            return OrdersContract.run(url);
        }
    },
    THROTTLED(RefusalStyle.PROBLEM_AND_METADATA) {
        @Override
        SuiteLauncher.Run run(String url) {
            return ThrottledContract.run(url);
        }
    },
    OAUTH(RefusalStyle.OAUTH) {
        @Override
        SuiteLauncher.Run run(String url) {
            return OauthContract.run(url);
        }
    };

    private final RefusalStyle style;

    FlawedSuite(RefusalStyle style) {
        this.style = style;
    }

    OrdersApi start(Issuer issuer, Deviation deviation) {
        return OrdersApi.start(issuer.url(), style, deviation);
    }

    abstract SuiteLauncher.Run run(String url);
}
