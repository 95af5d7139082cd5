package dev.naysayer.engine.rule.remedy;

/** What an API is built with, or stands behind. */
public enum Framework {
    SPRING("Spring Security"),
    ASPNET("ASP.NET Core"),
    EXPRESS("Express"),
    FASTAPI("FastAPI"),
    KONG("Kong"),
    ENVOY("Envoy"),
    NGINX("nginx");

    private final String title;

    Framework(String title) {
        this.title = title;
    }

    /** As its makers write it. */
    public String title() {
        return title;
    }
}
