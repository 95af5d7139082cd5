package dev.naysayer.examples.camera;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.DigestAuthenticator;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** A camera's pictures behind the Digest of Tomcat itself, {@code <auth-method>DIGEST</auth-method>}. */
final class Camera implements AutoCloseable {

    /** Made for this run. */
    static final String PASSWORD = UUID.randomUUID().toString();

    private static final String REALM = "pictures";

    private final Tomcat tomcat;

    private Camera(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /**
     * Starts one on a free loopback port.
     *
     * @param folder where Tomcat may write
     * @param algorithms as the attribute of the valve has them, {@code SHA-256,MD5}
     * @param nonceValidity how long a nonce holds
     */
    static Camera start(Path folder, String algorithms, Duration nonceValidity) throws LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setSilent(true);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        StandardContext context = (StandardContext) tomcat.addContext("", folder.toString());
        // It looks for leaks with means that JDK 17 forbids, and says so.
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        tomcat.addUser("tester", PASSWORD);
        tomcat.addRole("tester", "view");
        context.setLoginConfig(new LoginConfig("DIGEST", REALM, null, null));
        context.addConstraint(forViewers());
        context.addSecurityRole("view");
        DigestAuthenticator digest = new DigestAuthenticator();
        digest.setAlgorithms(algorithms);
        digest.setNonceValidity(nonceValidity.toMillis());
        context.getPipeline().addValve(digest);
        Tomcat.addServlet(context, "pictures", new Pictures());
        context.addServletMapping("/pictures", "pictures");
        tomcat.start();
        return new Camera(tomcat);
    }

    private static SecurityConstraint forViewers() {
        SecurityCollection everything = new SecurityCollection();
        everything.addPattern("/*");
        SecurityConstraint constraint = new SecurityConstraint();
        constraint.addCollection(everything);
        constraint.addAuthRole("view");
        return constraint;
    }

    String url() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What there is to see. */
    private static final class Pictures extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getWriter().write("[{\"taken\":\"2026-03-01\"}]");
        }
    }
}
