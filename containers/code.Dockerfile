# A changed line of the library on images that are there, in seconds; containers/airgap.sh code. What was removed is gone.
ARG WHOLE
FROM ${WHOLE}
USER root
RUN cd /opt/nightschool && rm -rf conf dags plugins src && if [ -d koans ]; then rm -rf koans expectations; touch .phases; fi
COPY conf /opt/nightschool/conf
COPY dags /opt/nightschool/dags
COPY plugins /opt/nightschool/plugins
COPY src /opt/nightschool/src
COPY expectations /opt/nightschool/expectations
COPY koans /opt/nightschool/koans
RUN cd /opt/nightschool && python3 -m compileall -q dags plugins src && { [ -e .phases ] || rm -rf koans expectations; }
USER 10001
